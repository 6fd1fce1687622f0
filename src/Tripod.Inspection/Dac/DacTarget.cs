using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;
using Microsoft.Diagnostics.Runtime;

namespace Tripod.Inspection.Dac;

/// <summary>Serves the memory and the thread contexts of an <see cref="IDataReader"/> to the DAC. Nothing is ever written.</summary>
[GeneratedComClass]
internal sealed unsafe partial class DacTarget(IDataReader reader, ulong runtimeBase) : ICLRDataTarget, ICLRRuntimeLocator
{
    // IMAGE_FILE_MACHINE_* of the PE format
    private const uint MachineAmd64 = 0x8664;
    private const uint MachineArm64 = 0xAA64;

    public int GetMachineType(uint* machine)
    {
        *machine = reader.Architecture == Architecture.Arm64 ? MachineArm64 : MachineAmd64;
        return HResult.Ok;
    }

    public int GetPointerSize(uint* size)
    {
        *size = (uint)reader.PointerSize;
        return HResult.Ok;
    }

    // The DAC asks for libcoreclr alone, and only where ICLRRuntimeLocator is missing.
    public int GetImageBase(char* path, ulong* address)
    {
        *address = runtimeBase;
        return Path.GetFileName(new string(path)) == "libcoreclr.so" ? HResult.Ok : HResult.Fail;
    }

    public int ReadVirtual(ulong address, byte* buffer, uint size, uint* done)
    {
        int count = reader.Read(address, new Span<byte>(buffer, (int)size));
        *done = (uint)Math.Max(count, 0);
        return count > 0 ? HResult.Ok : HResult.Fail;
    }

    // The DAC writes into its own copies only; the few writes it attempts (none in a walk) are swallowed.
    public int WriteVirtual(ulong address, byte* buffer, uint size, uint* done)
    {
        if (done != null)
            *done = size;
        return HResult.Ok;
    }

    public int GetTLSValue(uint thread, uint index, ulong* value) => HResult.NotImplemented;

    public int SetTLSValue(uint thread, uint index, ulong value) => HResult.NotImplemented;

    public int GetCurrentThreadID(uint* thread) => HResult.NotImplemented;

    public int GetThreadContext(uint thread, uint flags, uint size, byte* context) =>
        reader.GetThreadContext(thread, flags, new Span<byte>(context, (int)size)) ? HResult.Ok : HResult.Fail;

    public int SetThreadContext(uint thread, uint size, byte* context) => HResult.NotImplemented;

    public int Request(uint code, uint inSize, byte* input, uint outSize, byte* output) => HResult.NotImplemented;

    public int GetRuntimeBase(ulong* address)
    {
        *address = runtimeBase;
        return HResult.Ok;
    }
}
