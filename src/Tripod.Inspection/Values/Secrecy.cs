namespace Tripod.Inspection.Values;

/// <summary>What the name of something says about its value.</summary>
internal enum Secrecy
{
    /// <summary>It may be shown, unless its shape says otherwise.</summary>
    Open,

    /// <summary>A key or token: secret if it is a text or bytes, an ordinary number if it is a number.</summary>
    UnlessNumber,

    /// <summary>A secret, also as a number: a password, a one-time code.</summary>
    Secret,
}
