namespace Tripod.Samples;

/// <summary>
/// The words of a name, without a copy: runs of letters, parted by anything else, by <c>aB</c> and before the last
/// capital of <c>ABc</c>: <c>_apiKey2</c>, <c>API_KEY</c> and <c>APIKey</c> are all <c>api key</c> but for case.
/// </summary>
internal ref struct NameWords(ReadOnlySpan<char> name)
{
    private readonly ReadOnlySpan<char> _name = name;
    private int _next;

    public ReadOnlySpan<char> Current { get; private set; }

    public readonly NameWords GetEnumerator() => this;

    public bool MoveNext()
    {
        while (_next < _name.Length && !char.IsLetter(_name[_next]))
            _next++;
        int start = _next;
        while (_next < _name.Length && char.IsLetter(_name[_next]) && (_next == start || !IsBoundary(_next)))
            _next++;
        Current = _name[start.._next];
        return start < _next;
    }

    /// <summary>Whether a word begins at <paramref name="i"/>, a letter after a letter.</summary>
    private readonly bool IsBoundary(int i) => char.IsUpper(_name[i]) &&
        (!char.IsUpper(_name[i - 1]) || i + 1 < _name.Length && char.IsLower(_name[i + 1]));
}
