namespace Tripod.Inspection.Dac;

/// <summary>CLRDATA_VALUE_IS_*: what kind of thing a value is.</summary>
[Flags]
internal enum DacValueFlags : uint
{
    None = 0,
    Primitive = 0x01,
    ValueType = 0x02,
    String = 0x04,
    Array = 0x08,
    Reference = 0x10,
    Pointer = 0x20,
    Enum = 0x40,
}
