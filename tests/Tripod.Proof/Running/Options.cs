using System.Globalization;

namespace Tripod.Proof.Running;

/// <summary>What is asked for on the command line.</summary>
internal sealed record Options
{
    /// <summary>The first program; each further one has the next seed.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How long each run is sampled.</summary>
    public int Seconds { get; init; } = 20;

    /// <summary>Values of each kind at least; more programs are run until there are so many.</summary>
    public int Values { get; init; } = 50_000;

    public IReadOnlyList<BuildKind> Kinds { get; init; } = BuildKind.All;

    /// <summary>Keeps programs and logs below this folder; null removes them.</summary>
    public string? Keep { get; init; }

    /// <summary>Reads the command line; null if it is not understood.</summary>
    public static Options? Parse(string[] arguments)
    {
        var options = new Options();
        for (int i = 0; i + 1 < arguments.Length; i += 2)
        {
            string value = arguments[i + 1];
            if (arguments[i] == "--keep")
                options = options with { Keep = Path.GetFullPath(value) };
            else if (arguments[i] == "--kinds")
                options = options with { Kinds = [.. BuildKind.All.Where(kind => value.Split(',').Contains(kind.Name))] };
            else if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) || options.With(arguments[i], number) is not { } changed)
                return null;
            else
                options = changed;
        }
        return arguments.Length % 2 == 0 && options.Kinds.Count > 0 ? options : null;
    }

    private Options? With(string name, int number) => name switch
    {
        "--seed" => this with { Seed = number },
        "--seconds" => this with { Seconds = number },
        "--values" => this with { Values = number },
        _ => null,
    };
}
