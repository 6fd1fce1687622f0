using System.Runtime.InteropServices;
using Tripod.Inspection.Memory;

namespace Tripod.Inspection.Unwinding;

/// <summary>What an architecture's ABI says of registers and calls. One small class an architecture.</summary>
internal abstract class RegisterTable
{
    /// <summary>Registers that unwind data speak of, the column of the return address included.</summary>
    public abstract int Count { get; }

    /// <summary>The stack pointer's number in DWARF.</summary>
    public abstract int Sp { get; }

    /// <summary>For each register of DWARF, from 0 on, its number in <see cref="ContextLayout"/>.</summary>
    public abstract ReadOnlySpan<byte> ContextNumbers { get; }

    /// <summary>The column that holds the return address when a function begins; it lies on the stack if this is null.</summary>
    public abstract int? Link { get; }

    /// <summary>A bit for each register that a call keeps.</summary>
    protected abstract ulong Kept { get; }

    public static RegisterTable For(Architecture architecture) =>
        architecture == Architecture.Arm64 ? new Arm64Registers() : new Amd64Registers();

    /// <summary>Whether a function that says nothing of a register leaves it as it is.</summary>
    public bool IsKept(int register) => (Kept >> register & 1) != 0;

    /// <summary>Whether the instruction before an address is a call: what a return address must be behind.</summary>
    public abstract bool IsBehindCall(TwinReader reader, ulong address);

    /// <summary>Whether the instruction at an address does nothing but jump on, with the stack as the function's caller left it.</summary>
    public abstract bool IsJump(TwinReader reader, ulong address);

    /// <summary>The registers that a function's first instructions push, in their order.</summary>
    public virtual IReadOnlyList<int> FindFirstPushes(TwinReader reader, ulong function) => [];

    /// <summary>A return address without its signature.</summary>
    public virtual ulong WithoutSignature(ulong address) => address;
}
