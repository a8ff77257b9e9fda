import { keepCompiled } from '../host/compileCache.js';
import { listen } from './connection.js';

keepCompiled();
listen();
