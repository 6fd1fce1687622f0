using System.Runtime.CompilerServices;

namespace Tripod.Host.Zone;

// ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────
//  THE ZONE WITHOUT A RUNTIME
//
//  The methods in this folder run where the .NET runtime must not be entered:
//    - in the tracer, the guardian and the collector's start: clone(CLONE_VM) children, which share this process's
//      memory but are no threads of it, so the runtime does not know them;
//    - in the twin: a fork, in which every other thread, the garbage collector's included, has ceased to exist;
//    - in the launcher: the watchdog's own thread while it waits for the tracer. It stays in cooperative mode on
//      purpose: while the tracer holds threads stopped, a garbage collection must not come between us and the tracer.
//
//  So in here: no allocation, no static field, no field of an object, no virtual call, no P/Invoke, no exception and
//  nothing that could throw one, no lock. Only numbers and pointers as locals, memory that was mapped beforehand
//  (Control), the system-call pointer in it, and other methods of the zone, all of them jitted beforehand
//  (Capture/ZonePreparation). A function pointer typed delegate*<…> calls native code without the runtime's
//  transition; for integers and pointers the managed and the native calling conventions agree on x64 and arm64.
//
//  tests/Tripod.Host.Tests/Zone reads the IL of every method in this namespace and refuses anything else.
// ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/// <summary>The door of the zone.</summary>
internal static class Rules
{
    /// <summary>
    /// Every method of the zone is compiled once, fully, by the JIT: no tier-0 code that counts calls and gets replaced,
    /// no precompiled code that binds its callees lazily.
    /// </summary>
    public const MethodImplOptions Method = MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;
}
