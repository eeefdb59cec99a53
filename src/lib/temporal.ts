// The one place that knows where Temporal comes from. Node 24 has none; a later Node does: change this line then.
export { Temporal } from 'temporal-polyfill';
