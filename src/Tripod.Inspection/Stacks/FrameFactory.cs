using Tripod.Inspection.Dac;
using Tripod.Inspection.Symbols;
using Tripod.Samples;

namespace Tripod.Inspection.Stacks;

/// <summary>Makes frames out of code points: escaped names, and the line of source.</summary>
internal sealed class FrameFactory(SourceFiles sources, bool isRaw)
{
    private const string OwnAssembly = "Tripod.Host.dll";
    private const string ThreadStart = "System.Threading.Thread.StartCallback";

    // InitHelpers.cs and StaticsHelpers.cs of System.Private.CoreLib
    private static readonly string[] Initializing = ["System.Runtime.CompilerServices.InitHelpers.", "System.Runtime.CompilerServices.StaticsHelpers."];

    /// <param name="method">The method as the runtime knows it.</param>
    /// <param name="symbols">The same as metadata and PDB know it.</param>
    /// <param name="ilOffset">Where in it the frame stands; −1 if unknown.</param>
    /// <param name="isPrologOrEpilog">The frame is being made or taken down.</param>
    /// <param name="mayBeInlined">It may stand within a call that was compiled into it.</param>
    /// <param name="exact">What its type parameters stand for; null if its code does not tell.</param>
    public CodePoint Create(in DacMethodDesc method, MethodSymbols symbols, int ilOffset, bool isPrologOrEpilog, bool mayBeInlined, GenericNames? exact)
    {
        string assembly = symbols.Module.Name;
        bool isFramework = IsFramework(assembly), isKickoff = Plumbing.IsKickoff(symbols);
        return new CodePoint
        {
            MethodDesc = method.Address,
            Module = method.Module,
            Symbols = symbols,
            ILOffset = ilOffset,
            IsPrologOrEpilog = isPrologOrEpilog,
            IsHidden = assembly == OwnAssembly || !isRaw && (isKickoff || IsSubmissionFactory(symbols) || Plumbing.Contains(symbols, isFramework)),
            IsKickoff = isKickoff,
            IsInitializer = Initializations.IsInitializer(symbols),
            RunsInitializers = isFramework && Array.Exists(Initializing, type => symbols.Name.Full.StartsWith(type, StringComparison.Ordinal)),
            IsFramework = isFramework,
            IsRoot = symbols.IsEntryPoint || symbols.Name.Full == ThreadStart,
            // by the declared names of the framework's methods it is known what a thread waits in
            Frame = CreateFrame(symbols, ilOffset, isFramework ? null : exact) with { MayBeInlined = mayBeInlined },
        };
    }

    /// <summary>A method at a place in its IL, −1 if that is unknown.</summary>
    public Frame CreateFrame(MethodSymbols symbols, int ilOffset, GenericNames? exact = null) => new()
    {
        Method = Escape.Text(exact is null ? symbols.Name.Full : symbols.NameWith(exact)),
        ShortMethod = Escape.Text(symbols.Name.Short),
        Parameters = [.. (symbols.Kickoff ?? symbols).WrittenParameters.Select(Escape.Text)],
        Assembly = Escape.Text(symbols.Module.Name),
        Source = FindSource(symbols, ilOffset),
    };

    /// <summary>A DynamicMethod or a stub, for which there is only the runtime's own name.</summary>
    public CodePoint CreateWithoutSymbols(ulong methodDesc, string name)
    {
        string method = WithoutParameters(name);
        return new CodePoint
        {
            MethodDesc = methodDesc,
            Module = 0,
            Symbols = null,
            ILOffset = ILOffsets.Unknown,
            IsPrologOrEpilog = false,
            IsHidden = !isRaw && name.Contains("IL_STUB", StringComparison.Ordinal),
            IsFramework = false,
            IsRoot = false,
            Frame = new Frame { Method = Escape.Text(method), ShortMethod = Escape.Text(method[(method.LastIndexOf('.') + 1)..]) },
        };
    }

    private SourceLine? FindSource(MethodSymbols symbols, int ilOffset)
    {
        if (ilOffset < 0 || !symbols.TryGetLine(ilOffset, out LinePoint point))
            return null;
        string? text = sources.TryGetLine(point.Document, point.Line);
        return new SourceLine(Escape.Text(point.Document.Path), point.Line, text is null ? null : Escape.Text(text));
    }

    // DynamicClass.Add(Int32, Int32) → DynamicClass.Add
    private static string WithoutParameters(string name)
    {
        int parenthesis = name.IndexOf('(', StringComparison.Ordinal);
        string method = parenthesis > 0 ? name[..parenthesis] : name;
        return method.Length == 0 ? "<unknown method>" : method;
    }

    /// <summary>Whether an assembly is one of the framework's.</summary>
    public static bool IsFramework(string assembly) =>
        assembly.StartsWith("System.", StringComparison.Ordinal) || assembly.StartsWith("Microsoft.", StringComparison.Ordinal);

    // what the script's host calls, and nobody wrote
    private static bool IsSubmissionFactory(MethodSymbols symbols) => symbols.MetadataName is "<Factory>" or "<Initialize>" && symbols.Name.Short == MethodNames.Script;
}
