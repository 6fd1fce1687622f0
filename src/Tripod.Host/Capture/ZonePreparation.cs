using System.Reflection;
using System.Runtime.CompilerServices;
using Tripod.Host.Zone;

namespace Tripod.Host.Capture;

/// <summary>Has every method of the zone jitted before it is needed: in there nobody can.</summary>
internal static unsafe class ZonePreparation
{
    /// <summary>The classes of the zone; a test compares them with its namespace.</summary>
    internal static readonly Type[] Zone =
    [
        typeof(Clock), typeof(CollectorStart), typeof(Descriptors), typeof(Digits), typeof(Fork), typeof(Freeze), typeof(Guardian),
        typeof(Launcher), typeof(Linger), typeof(Registers), typeof(Signals), typeof(Sleepers), typeof(Syscall), typeof(TaskFile),
        typeof(ThreadList), typeof(Tracer), typeof(Twin),
    ];

    private const BindingFlags Own =
        BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Compiles all, then rehearses: a tracer that looks at the threads, and stops and forks nothing.</summary>
    public static void Prepare(Control* c)
    {
        foreach (Type type in Zone)
        {
            foreach (MethodInfo method in type.GetMethods(Own))
                RuntimeHelpers.PrepareMethod(method.MethodHandle);
        }
        c->Rehearsal = 1;
        Launcher.Run(c);
        c->Rehearsal = 0;
    }
}
