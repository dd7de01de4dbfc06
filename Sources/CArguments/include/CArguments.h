// The command line as the kernel hands it over. Swift's `CommandLine` looks for it below the environment, where it is not once
// a library that is loaded before the program has set a variable.
#ifndef MATIANE_CARGUMENTS_H
#define MATIANE_CARGUMENTS_H

// The number of arguments, the program's name among them; 0 where the C library hands none to constructors.
int carguments_count(void);

// An argument; NULL from `carguments_count` on. It lives as long as the process.
const char *_Nullable carguments_at(int index);

#endif
