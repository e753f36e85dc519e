// The entry that `npm run audit` starts; the commands are beside what they call.
import './verify/main.js';
