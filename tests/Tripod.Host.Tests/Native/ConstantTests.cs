using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Tripod.Host.Native;

namespace Tripod.Host.Tests.Native;

public class ConstantTests
{
    private const string NoCompiler = "no C compiler at /usr/bin/cc";

    /// <summary>The kernel's own, which no header of libc tells.</summary>
    private static readonly string[] KernelOnly = ["ERESTARTNOHAND"];

    /// <summary>Indexes of registers, as offsets in C.</summary>
    private static readonly (string Field, string C)[] Registers =
    [
        (nameof(Tripod.Host.Native.Architecture.RegisterCount), "sizeof(struct user_regs_struct) / 8"),
        (nameof(Tripod.Host.Native.Architecture.StackPointer), "offsetof(struct user_regs_struct, rsp) / 8"),
        (nameof(Tripod.Host.Native.Architecture.ProgramCounter), "offsetof(struct user_regs_struct, rip) / 8"),
        (nameof(Tripod.Host.Native.Architecture.ReturnValue), "offsetof(struct user_regs_struct, rax) / 8"),
        (nameof(Tripod.Host.Native.Architecture.SystemCallNumber), "offsetof(struct user_regs_struct, orig_rax) / 8"),
    ];

    private static readonly Type[] Structs =
    [
        typeof(timespec), typeof(timeval), typeof(itimerval), typeof(pollfd), typeof(iovec), typeof(msghdr), typeof(rlimit),
    ];

    [Fact]
    public void Constants_have_the_values_of_the_C_headers()
    {
        Assert.SkipUnless(CCompiler.IsPresent, NoCompiler);
        Dictionary<string, long> ours = typeof(Ptrace).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(Ptrace).Namespace)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.IsLiteral && field.Name.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_'))
            .Where(field => !KernelOnly.Contains(field.Name))
            .ToDictionary(field => field.Name, field => Convert.ToInt64(field.GetRawConstantValue(), null));

        Assert.True(ours.Count > 60, $"only {ours.Count}");
        Assert.Equal(CCompiler.Evaluate(ours.Keys), ours);
    }

    [Fact]
    public void Structs_have_the_layout_of_the_C_headers()
    {
        Assert.SkipUnless(CCompiler.IsPresent, NoCompiler);
        Dictionary<string, long> ours = [];
        foreach (Type type in Structs)
        {
            ours[$"sizeof(struct {type.Name})"] = Marshal.SizeOf(type);
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public))
                ours[$"offsetof(struct {type.Name}, {field.Name})"] = Marshal.OffsetOf(type, field.Name).ToInt64();
        }
        ours["CMSG_SPACE(sizeof(int))"] = Unsafe.SizeOf<cmsghdr>();
        ours["CMSG_LEN(sizeof(int))"] = cmsghdr.Length;
        ours["(long)CMSG_DATA((struct cmsghdr *)0)"] = Marshal.OffsetOf<cmsghdr>("descriptor").ToInt64();
        ours["offsetof(struct linux_dirent64, d_reclen)"] = Dirent.d_reclen;
        ours["offsetof(struct linux_dirent64, d_name)"] = Dirent.d_name;

        Assert.Equal(CCompiler.Evaluate(ours.Keys), ours);
    }

    [Fact]
    public void The_architecture_is_that_of_the_C_headers()
    {
        Assert.SkipUnless(CCompiler.IsPresent, NoCompiler);
        Assert.SkipUnless(RuntimeInformation.ProcessArchitecture == System.Runtime.InteropServices.Architecture.X64, "not on x64");
        object machine = X64.Describe();
        Dictionary<string, long> ours = [];
        foreach (FieldInfo field in machine.GetType().GetFields())
        {
            if (field.FieldType == typeof(int) && char.IsAsciiLetterLower(field.Name[0]))
                ours["SYS_" + field.Name] = (int)field.GetValue(machine)!;
        }
        foreach ((string field, string c) in Registers)
            ours[c] = Value(machine, field);
        ours["O_DIRECTORY"] = Value(machine, "O_DIRECTORY");
        ours["O_NOFOLLOW"] = Value(machine, "O_NOFOLLOW");
        ours["offsetof(struct stat, st_nlink)"] = Value(machine, "LinksOffset");

        Assert.True(ours.Count > 45, $"only {ours.Count}");
        Assert.Equal(CCompiler.Evaluate(ours.Keys), ours);
    }

    [Fact]
    public unsafe void Calls_that_are_started_again_are_those_that_signal_7_names()
    {
        Assert.SkipUnless(CCompiler.IsPresent, NoCompiler);
        Assert.SkipUnless(RuntimeInformation.ProcessArchitecture == System.Runtime.InteropServices.Architecture.X64, "not on x64");
        string[] names =
        [
            "epoll_wait", "epoll_pwait", "epoll_pwait2", "recvfrom", "recvmsg", "recvmmsg", "sendto", "sendmsg", "sendmmsg",
            "accept", "accept4", "rt_sigtimedwait", "semop", "semtimedop", "msgsnd", "msgrcv", "io_getevents", "io_pgetevents",
        ];
        Tripod.Host.Native.Architecture machine = X64.Describe();

        var ours = new Span<short>(machine.Restartable, machine.RestartableCount).ToArray().Select(number => (long)number);

        Assert.Equal(CCompiler.Evaluate([.. names.Select(name => "SYS_" + name)]).Values, ours);
    }

    [Fact]
    public void Arm64_has_the_numbers_of_the_generic_table()
    {
        Assert.SkipUnless(CCompiler.IsPresent, NoCompiler);
        object machine = Arm64.Describe();
        Dictionary<string, long> ours = machine.GetType().GetFields()
            .Where(field => field.FieldType == typeof(int) && char.IsAsciiLetterLower(field.Name[0]))
            .ToDictionary(field => "__NR_" + field.Name, field => (long)(int)field.GetValue(machine)!);

        Assert.Equal(CCompiler.Evaluate(ours.Keys, generic: true), ours);
    }

    private static long Value(object machine, string field) => (int)machine.GetType().GetField(field)!.GetValue(machine)!;
}
