namespace Tripod.Inspection.Dac;

/// <summary>What a call of the DAC answered: a failure of the DAC is a value, not an exception.</summary>
internal readonly record struct HResult(int Code)
{
    public const int Ok = 0;
    public const int Fail = unchecked((int)0x80004005);
    public const int NotImplemented = unchecked((int)0x80004001);

    /// <summary>Any success, S_FALSE too.</summary>
    public bool Succeeded => Code >= 0;

    /// <summary>S_OK alone: S_FALSE says of an enumeration or a walk that it has ended.</summary>
    public bool IsOk => Code == Ok;

    public static implicit operator HResult(int code) => new(code);

    public override string ToString() => $"0x{Code:X8}";
}
