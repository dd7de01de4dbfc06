// Nothing is called by name: whoever links this has another Mutex under ThreadSanitizer; see Mutex.c.
