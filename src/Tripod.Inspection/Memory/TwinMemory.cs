using Microsoft.Win32.SafeHandles;

namespace Tripod.Inspection.Memory;

/// <summary>Raw memory of a twin: its /proc/PID/mem descriptor, which needs no ptrace right, or else process_vm_readv(2).</summary>
internal readonly unsafe struct TwinMemory(SafeFileHandle? descriptor, int pid)
{
    // no user-space address has the upper bits set, on x64 nor arm64
    private const ulong UserSpaceEnd = 1UL << 56;

    /// <summary>Copies memory; the number of bytes that could be read, 0 for none.</summary>
    public int Read(ulong address, Span<byte> buffer)
    {
        if (address >= UserSpaceEnd || buffer.IsEmpty)
            return 0;
        fixed (byte* bytes = buffer)
            return (int)Math.Max(0, Read(address, bytes, (nuint)buffer.Length));
    }

    private nint Read(ulong address, byte* bytes, nuint length)
    {
        if (descriptor is { IsClosed: false, IsInvalid: false })
            return Libc.pread(descriptor, bytes, length, (long)address);
        var local = new IoVec { Base = (nint)bytes, Length = length };
        var remote = new IoVec { Base = (nint)address, Length = length };
        return pid > 0 ? Libc.process_vm_readv(pid, &local, 1, &remote, 1, 0) : 0;
    }
}
