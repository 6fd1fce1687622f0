namespace Tripod.Scripting.Packages;

/// <summary>What a script needs beyond files and the framework itself.</summary>
/// <param name="Packages">Packages, each once, in the order of their names.</param>
/// <param name="NeedsWeb">Whether it asks for <c>sdk:Microsoft.NET.Sdk.Web</c>, and so runs on ASP.NET Core.</param>
internal sealed record Requirements(IReadOnlyList<Package> Packages, bool NeedsWeb)
{
    internal static Requirements None { get; } = new([], false);

    /// <summary>Whether the same text can mean another set of packages tomorrow.</summary>
    internal bool IsFloating => Packages.Any(package => package.IsFloating);

    /// <inheritdoc/>
    public bool Equals(Requirements? other) =>
        other is not null && NeedsWeb == other.NeedsWeb && Packages.SequenceEqual(other.Packages);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Packages.Count, NeedsWeb);

    /// <inheritdoc/>
    public override string ToString() =>
        string.Join('\n', Packages.Select(package => $"{package.Id} {package.Version}").Append(NeedsWeb ? "web" : ""));
}
