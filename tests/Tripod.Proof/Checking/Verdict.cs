namespace Tripod.Proof.Checking;

/// <summary>What a shown variable turned out to be.</summary>
internal enum Verdict
{
    Right,
    Unavailable,
    NotAssigned,
    Unreadable,
    Wrong,
}
