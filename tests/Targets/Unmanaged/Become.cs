namespace Unmanaged;

/// <summary>execve(2): the shell takes this process's place, and tells what it was given.</summary>
internal static unsafe class Become
{
    private const string Script = """
        echo "$0 $1"; env | grep -v '^_=\|^TRIPOD_TEST_RUN=' | sort
        for file in /proc/$$/fd/*; do echo "${file##*/}"; done
        while read name value; do case $name in Sig[BIC]*|Threads:|TracerPid:) echo "$name $value";; esac; done < /proc/$$/status
        read word; echo "read $word"; exit 5
        """;

    /// <summary>With the environment of this process, as libc has it.</summary>
    internal static int AnotherNetProgram(string path)
    {
        Libc.Print("another program");
        nint* arguments = stackalloc nint[] { Libc.String("dotnet"), Libc.String(path), 0 };
        return Libc.Wait(Libc.Execvp, arguments[0], (nint)arguments);
    }

    internal static int AnotherProgram()
    {
        nint* arguments = stackalloc nint[] { Libc.String("sh"), Libc.String("-c"), Libc.String(Script), Libc.String("a shell"), Libc.String("now"), 0 };
        nint* environment = stackalloc nint[] { Libc.String("PATH=/usr/bin:/bin"), Libc.String("TRIPOD_TEST_RUN=" + Environment.GetEnvironmentVariable("TRIPOD_TEST_RUN")), 0 };
        return Libc.Wait(Libc.Execve, Libc.String("/bin/sh"), (nint)arguments, (nint)environment);
    }
}
