using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;

namespace Tripod.Host;

/// <summary>A script's assembly, loaded into the Default context like a program's own.</summary>
[StackTraceHidden, DebuggerNonUserCode]
internal sealed class CompiledScript
{
    // Names that the C# compiler gives to a script's class and to the method that runs it:
    // roslyn, SynthesizedEntryPointSymbol.SubmissionEntryPoint and ScriptBuilder.GenerateSubmissionId.
    private const string ClassName = "Submission#0";
    private const string FactoryName = "<Factory>";

    private readonly Assembly _assembly;

    private CompiledScript(Assembly assembly) => _assembly = assembly;

    internal static CompiledScript Load(string path)
    {
        ScriptReferences.ResolveFrom(Path.GetDirectoryName(path)!);
        Assembly assembly = TemporaryScript.IsTemporary(path)
            ? TemporaryScript.LoadAndDelete(path)
            : AssemblyLoadContext.Default.LoadFromAssemblyPath(path);
        SetEntryAssembly(assembly);
        return new CompiledScript(assembly);
    }

    /// <summary>Runs the script to its end. What it returned is the exit status; else what it left in Environment.ExitCode.</summary>
    internal int Run(ScriptGlobals globals)
    {
        var factory = _assembly.GetType(ClassName, throwOnError: true)!
            .GetMethod(FactoryName, BindingFlags.Public | BindingFlags.Static)!
            .CreateDelegate<Func<object?[], Task<int?>>>();
        // the array holds the globals and, beside them, a place where the script's object puts itself
        int? returned = factory([globals, null]).GetAwaiter().GetResult();
        return returned ?? Environment.ExitCode;
    }

    /// <summary>Assembly.SetEntryAssembly exists since .NET 9; on .NET 8 the entry assembly stays the host.</summary>
    private static void SetEntryAssembly(Assembly assembly) =>
        typeof(Assembly).GetMethod("SetEntryAssembly", [typeof(Assembly)])?
            .CreateDelegate<Action<Assembly>>()(assembly);
}
