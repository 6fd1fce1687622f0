namespace Tripod.Inspection.Values;

/// <summary>Reads <c>Name&lt;Argument, …&gt;+Nested[]</c>.</summary>
internal static partial class CSharpNames
{
    private const int DeepestName = 64;

    private ref struct Parser(string text)
    {
        private int _at;
        private int _depth;

        /// <summary>Null if the text is not of this form.</summary>
        public Parsed? Parse() => Type() is { } parsed && _at == text.Length ? parsed : null;

        private readonly char Next => _at < text.Length ? text[_at] : '\0';

        private Parsed? Type()
        {
            if (++_depth > DeepestName)
                return null;
            var parsed = new Parsed();
            do
            {
                string name = Name();
                List<Parsed> arguments = [];
                if (name.Length == 0 || Next == '<' && !Arguments(arguments))
                    return null;
                parsed.Parts.Add((name, arguments));
            }
            while (Take('+'));
            while (Suffix() is { } suffix)
                parsed.Suffixes.Add(suffix);
            _depth--;
            return parsed;
        }

        /// <summary>A name may begin with the compiler's brackets, as in <c>&lt;Run&gt;d__3</c>, also nested.</summary>
        private string Name()
        {
            int start = _at, open = 0;
            for (; _at < text.Length; _at++)
            {
                char c = text[_at];
                bool mangled = c == '<' && (open > 0 || _at == start || text[_at - 1] == '.');
                if (mangled)
                    open++;
                else if (c == '>' && open > 0)
                    open--;
                else if (open == 0 && c is '<' or '>' or ',' or '+' or '[' or '*' or '&')
                    break;
            }
            return text[start.._at];
        }

        private bool Arguments(List<Parsed> arguments)
        {
            do
            {
                _at++;
                while (Take(' ')) { }
                if (Type() is not { } argument)
                    return false;
                arguments.Add(argument);
            }
            while (Next == ',');
            return Take('>');
        }

        private string? Suffix()
        {
            int start = _at;
            if (Take('*') || Take('&'))
                return text[start.._at];
            if (!Take('['))
                return null;
            while (Take(',') || Take('*')) { }
            // [*] has one dimension that does not begin at 0: C# has no word for it
            if (Take(']'))
                return text[start.._at].Replace("*", "", StringComparison.Ordinal);
            _at = start;
            return null;
        }

        private bool Take(char c)
        {
            if (Next != c || _at >= text.Length)
                return false;
            _at++;
            return true;
        }
    }
}
