#include "app/confinement.h"

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <malloc.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <system_error>
#include <vector>

namespace waymark::app {
namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kHasAddressSanitizer = true;
#elif defined(__has_feature)
constexpr bool kHasAddressSanitizer = __has_feature(address_sanitizer);
#else
constexpr bool kHasAddressSanitizer = false;
#endif

#if defined(__x86_64__)
constexpr unsigned kArchitecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr unsigned kArchitecture = AUDIT_ARCH_AARCH64;
#else
constexpr unsigned kArchitecture = 0;  // Not known: no filter.
#endif

// From here on x86-64 counts its calls a second time, for programs of 32 bits.
constexpr unsigned kOtherNumbers = 0x4000'0000;

// What a reader of feeds never does, and whoever broke into one would.
constexpr std::array kForbidden{
    SYS_execve,
    SYS_execveat,
    SYS_ptrace,
    SYS_process_vm_readv,
    SYS_process_vm_writev,
    SYS_kexec_load,
    SYS_init_module,
    SYS_finit_module,
    SYS_delete_module,
    SYS_mount,
    SYS_umount2,
    SYS_pivot_root,
    SYS_chroot,
    SYS_setns,
    SYS_unshare,
    SYS_bpf,
    SYS_perf_event_open,
    SYS_userfaultfd,
    SYS_keyctl,
    SYS_add_key,
    SYS_request_key,
    SYS_reboot,
    SYS_swapon,
    SYS_swapoff,
    SYS_listen,
    SYS_accept,
    SYS_accept4,
};

void check(bool is_done, const char* what) {
    if (!is_done) throw std::system_error(errno, std::generic_category(), what);
}

void limit(int resource, rlim_t most) {
    const rlimit wanted{.rlim_cur = most, .rlim_max = most};
    // glibc's C++ prototype names the resource by an enumeration of its own.
    check(setrlimit(static_cast<__rlimit_resource_t>(resource), &wanted) == 0,
          "the limits of a poll cannot be set");
}

std::size_t memory_in_use() {
    std::ifstream statm{"/proc/self/statm"};
    std::size_t pages = 0;
    if (!(statm >> pages)) check(false, "the memory in use cannot be read");
    return pages * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

sock_filter statement(unsigned code, unsigned value) {
    return {static_cast<std::uint16_t>(code), 0, 0, value};
}

sock_filter jump(unsigned test, unsigned value, std::uint8_t if_so, std::uint8_t if_not) {
    return {static_cast<std::uint16_t>(BPF_JMP | test | BPF_K), if_so, if_not, value};
}

void forbid_calls() {
    if (kArchitecture == 0) return;
    const auto refuse = statement(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM);
    std::vector<sock_filter> filter{
        statement(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch)),
        jump(BPF_JEQ, kArchitecture, 1, 0),
        refuse,  // A call in the manner of another machine.
        statement(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        jump(BPF_JGE, kOtherNumbers, 0, 1),
        refuse,
    };
    for (const auto call : kForbidden) {
        if (kHasAddressSanitizer && call == SYS_ptrace) continue;  // It looks for leaks with it.
        filter.push_back(jump(BPF_JEQ, static_cast<unsigned>(call), 0, 1));
        filter.push_back(refuse);
    }
    filter.push_back(statement(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
    const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
    check(syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &program) == 0,
          "the calls of a poll cannot be limited");
}

}  // namespace

void confine_this_process() {
    check(prctl(PR_SET_PDEATHSIG, SIGKILL) == 0, "a poll cannot be tied to its server");
    check(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0, "the rights of a poll cannot be limited");
    // One heap for all threads: each further one would reserve 64 MiB of the limit.
    mallopt(M_ARENA_MAX, 1);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_CPU, kConfinedSeconds);
    if (!kHasAddressSanitizer) limit(RLIMIT_AS, memory_in_use() + kConfinedMemory);
    forbid_calls();
}

}  // namespace waymark::app
