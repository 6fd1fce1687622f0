using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Tripod.Wire;
using ThreadState = Tripod.Wire.ThreadState;

namespace Tripod.Inspection.Memory;

/// <summary>
/// The CONTEXT of a thread as the DAC takes it (Windows' layout on every system): where the registers lie, and how the
/// kernel's registers get there. One small class an architecture.
/// </summary>
internal abstract class ContextLayout
{
    /// <summary>Size in bytes.</summary>
    public abstract int Size { get; }

    /// <summary>ContextFlags that ask for all registers.</summary>
    public abstract uint AllFlags { get; }

    /// <summary>ContextFlags of control and integer registers, which is what the kernel gave.</summary>
    protected abstract uint IntegerFlags { get; }

    protected abstract int FlagsOffset { get; }

    protected abstract int IpOffset { get; }

    protected abstract int SpOffset { get; }

    protected abstract int FpOffset { get; }

    /// <summary>Offset of each general register, the stack pointer among them; the number is the register's in <see cref="Poison.Of"/>.</summary>
    protected abstract ReadOnlySpan<short> RegisterOffsets { get; }

    /// <summary>For each of <see cref="RegisterOffsets"/> its index in the kernel's NT_PRSTATUS registers.</summary>
    protected abstract ReadOnlySpan<byte> KernelIndexes { get; }

    /// <summary>A bit for each of <see cref="RegisterOffsets"/> that a call may change.</summary>
    protected abstract uint VolatileRegisters { get; }

    protected abstract int KernelIp { get; }

    protected abstract int KernelSp { get; }

    /// <summary>The layout of an architecture; null if it is not supported.</summary>
    public static ContextLayout? For(Architecture architecture) => architecture switch
    {
        Architecture.X64 => new Amd64Context(),
        Architecture.Arm64 => new Arm64Context(),
        _ => null,
    };

    public ulong GetIp(ReadOnlySpan<byte> context) => Get(context, IpOffset);

    public ulong GetSp(ReadOnlySpan<byte> context) => Get(context, SpOffset);

    public ulong GetFp(ReadOnlySpan<byte> context) => Get(context, FpOffset);

    /// <summary>The frame pointer; false if it is garbage.</summary>
    public bool TryGetFp(ReadOnlySpan<byte> context, out ulong fp)
    {
        fp = GetFp(context);
        return !Poison.IsPoisonAddress(fp);
    }

    public void SetIp(Span<byte> context, ulong ip) => Set(context, IpOffset, ip);

    public void SetSp(Span<byte> context, ulong sp) => Set(context, SpOffset, sp);

    public void SetFp(Span<byte> context, ulong fp) => Set(context, FpOffset, fp);

    /// <summary>The registers of a thread. Of one that sleeps only two are known: the others become garbage.</summary>
    public unsafe void Fill(Span<byte> context, in ThreadRecord record)
    {
        context[..Size].Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(context[FlagsOffset..], IntegerFlags);
        if (record.State != ThreadState.Stopped)
            PoisonAll(context);
        else
            for (int i = 0; i < RegisterOffsets.Length; i++)
                Set(context, RegisterOffsets[i], record.Registers[KernelIndexes[i]]);
        SetIp(context, record.Registers[KernelIp]);
        SetSp(context, record.Registers[KernelSp]);
    }

    /// <summary>Makes garbage of what a callee may have changed: of all frames but the newest these are not known.</summary>
    public void PoisonVolatile(Span<byte> context)
    {
        for (int i = 0; i < RegisterOffsets.Length; i++)
            if ((VolatileRegisters >> i & 1) != 0)
                Set(context, RegisterOffsets[i], Poison.Of(i));
    }

    /// <summary>Makes garbage of every register but instruction and stack pointer.</summary>
    public void PoisonAll(Span<byte> context)
    {
        ulong sp = GetSp(context);
        for (int i = 0; i < RegisterOffsets.Length; i++)
            Set(context, RegisterOffsets[i], Poison.Of(i));
        SetSp(context, sp);
    }

    /// <summary>Makes of every register but the pointers to code, stack and frame its number, counted from 1, in each of its bytes.</summary>
    public void Mark(Span<byte> context)
    {
        const ulong everyByte = 0x0101_0101_0101_0101;
        for (int i = 0; i < RegisterOffsets.Length; i++)
            if (RegisterOffsets[i] != SpOffset && RegisterOffsets[i] != FpOffset)
                Set(context, RegisterOffsets[i], (ulong)(i + 1) * everyByte);
    }

    /// <summary>A general register by its number in <see cref="RegisterOffsets"/>; false if it is garbage.</summary>
    public bool TryGetRegister(ReadOnlySpan<byte> context, int number, out ulong value)
    {
        value = Get(context, RegisterOffsets[number]);
        return value != Poison.Of(number);
    }

    /// <summary>Sets a general register; null makes garbage of it.</summary>
    public void SetRegister(Span<byte> context, int number, ulong? value) =>
        Set(context, RegisterOffsets[number], value ?? Poison.Of(number));

    /// <summary>Takes all general registers and the instruction pointer from another context, but keeps a frame pointer that is garbage there.</summary>
    public void CopyPlace(ReadOnlySpan<byte> from, Span<byte> to)
    {
        ulong fp = TryGetFp(from, out ulong known) ? known : GetFp(to);
        foreach (short offset in RegisterOffsets)
            Set(to, offset, Get(from, offset));
        SetFp(to, fp);
        SetIp(to, GetIp(from));
    }

    /// <summary>Makes garbage of every register but instruction, stack and frame pointer.</summary>
    public void PoisonAllButFrame(Span<byte> context)
    {
        ulong fp = GetFp(context);
        PoisonAll(context);
        SetFp(context, fp);
    }

    /// <summary>The instruction and stack pointer of a thread, as the kernel gave them.</summary>
    public unsafe (ulong Ip, ulong Sp) GetPointers(in ThreadRecord record) => (record.Registers[KernelIp], record.Registers[KernelSp]);

    private static ulong Get(ReadOnlySpan<byte> context, int offset) => BinaryPrimitives.ReadUInt64LittleEndian(context[offset..]);

    private static void Set(Span<byte> context, int offset, ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(context[offset..], value);
}
