using System.Diagnostics;
using System.Globalization;

namespace Tripod.Host.Tests.Native;

/// <summary>What the C compiler of this machine says about its headers.</summary>
internal static class CCompiler
{
    private const string Headers = """
        #define _GNU_SOURCE
        #include <dirent.h>
        #include <errno.h>
        #include <fcntl.h>
        #include <linux/close_range.h>
        #include <linux/futex.h>
        #include <poll.h>
        #include <sched.h>
        #include <signal.h>
        #include <stddef.h>
        #include <stdio.h>
        #include <sys/mman.h>
        #include <sys/prctl.h>
        #include <sys/ptrace.h>
        #include <sys/resource.h>
        #include <sys/socket.h>
        #include <sys/stat.h>
        #include <sys/syscall.h>
        #include <sys/time.h>
        #include <sys/uio.h>
        #include <sys/user.h>
        #include <sys/wait.h>
        #include <time.h>
        #include <linux/elf.h>
        struct linux_dirent64 { unsigned long long d_ino; long long d_off; unsigned short d_reclen; unsigned char d_type; char d_name[1]; };

        """;

    /// <summary>Numbers of the generic table, which arm64 uses.</summary>
    private const string GenericHeaders = "#define __ARCH_WANT_NEW_STAT\n#include <stdio.h>\n#include <asm-generic/unistd.h>\n";

    public static bool IsPresent { get; } = File.Exists("/usr/bin/cc");

    /// <summary>Values of constant expressions.</summary>
    public static Dictionary<string, long> Evaluate(IReadOnlyCollection<string> expressions, bool generic = false)
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("tripod-cc-");
        try
        {
            string source = Path.Combine(directory.FullName, "constants.c");
            string program = Path.Combine(directory.FullName, "constants");
            string prints = string.Concat(expressions.Select(expression => $"  printf(\"%lld\\n\", (long long)({expression}));\n"));
            File.WriteAllText(source, (generic ? GenericHeaders : Headers) + "int main(void) {\n" + prints + "  return 0;\n}\n");
            Assert.Equal("", Run("/usr/bin/cc", "-w", "-o", program, source));
            return expressions.Zip(Run(program).Split('\n', StringSplitOptions.RemoveEmptyEntries))
                .ToDictionary(pair => pair.First, pair => long.Parse(pair.Second, CultureInfo.InvariantCulture));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static string Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output + errors.Result;
    }
}
