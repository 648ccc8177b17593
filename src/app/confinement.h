// The narrow room in which a feed from outside is read: little memory, little
// processor time, and no way to start another program.
#pragma once

#include <cstddef>

namespace waymark::app {

inline constexpr std::size_t kConfinedMemory = std::size_t{256} << 20;  // Beyond what is in use.
inline constexpr int kConfinedSeconds = 300;                            // Of processor time.

// From here on this process, and every thread of it: address space for
// kConfinedMemory more than it has now (not under AddressSanitizer, which
// reserves terabytes), kConfinedSeconds of the processor, no core file, no
// further rights by any program, and no system call that starts a program,
// looks into another process or changes the machine (Linux on x86-64 and
// ARM64). It ends with the process that started it.
//
// Throws when a limit cannot be set.
void confine_this_process();

}  // namespace waymark::app
