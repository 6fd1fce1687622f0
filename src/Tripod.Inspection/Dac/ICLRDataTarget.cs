using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

namespace Tripod.Inspection.Dac;

/// <summary>How the DAC sees a process; methods in the order of clrdata.idl.</summary>
[GeneratedComInterface, Guid("3E11CCEE-D08B-43e5-AF01-32717A64DA03")]
internal unsafe partial interface ICLRDataTarget
{
    [PreserveSig] int GetMachineType(uint* machine);

    [PreserveSig] int GetPointerSize(uint* size);

    [PreserveSig] int GetImageBase(char* path, ulong* address);

    [PreserveSig] int ReadVirtual(ulong address, byte* buffer, uint size, uint* done);

    [PreserveSig] int WriteVirtual(ulong address, byte* buffer, uint size, uint* done);

    [PreserveSig] int GetTLSValue(uint thread, uint index, ulong* value);

    [PreserveSig] int SetTLSValue(uint thread, uint index, ulong value);

    [PreserveSig] int GetCurrentThreadID(uint* thread);

    [PreserveSig] int GetThreadContext(uint thread, uint flags, uint size, byte* context);

    [PreserveSig] int SetThreadContext(uint thread, uint size, byte* context);

    [PreserveSig] int Request(uint code, uint inSize, byte* input, uint outSize, byte* output);
}
