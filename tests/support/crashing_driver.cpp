// A database driver that ends its process as soon as it is asked for anything: what a fault in somebody else's program looks like.
#include <cstdlib>

extern "C" short SQLAllocHandle(short, void*, void**) { std::abort(); }
