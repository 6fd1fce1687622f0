using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

namespace Tripod.Inspection.Dac;

/// <summary>Tells the DAC where libcoreclr lies, so that it need not search by name (clrdata.idl).</summary>
[GeneratedComInterface, Guid("b760bf44-9377-4597-8be7-58083bdc5146")]
internal unsafe partial interface ICLRRuntimeLocator
{
    [PreserveSig] int GetRuntimeBase(ulong* address);
}
