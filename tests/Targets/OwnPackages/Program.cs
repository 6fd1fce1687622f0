using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Diagnostics.Runtime;
using Serilog;

namespace OwnPackages;

/// <summary>Uses packages that Tripod uses too, in versions of its own, a native library of a package, and a satellite assembly.</summary>
internal static partial class Program
{
    private static int Main()
    {
        using var log = new LoggerConfiguration().WriteTo.Sink(new ConsoleSink()).CreateLogger();
        string parsed = CSharpSyntaxTree.ParseText("class C { int i; }").GetRoot().ToString();
        log.Information("parsed {Text}", parsed);
        log.Information("{Exception} of ClrMD", Attach());
        log.Information("SQLite {Version}", VersionNumber());
        var texts = new ResourceManager("OwnPackages.Texts", Assembly.GetExecutingAssembly());
        string greeting = texts.GetString("Greeting", CultureInfo.GetCultureInfo("de"))!;
        log.Information("{Greeting}, or {Other}", greeting, texts.GetString("Greeting", CultureInfo.InvariantCulture));
        Handshake.Reached();
        Handshake.WaitForWord();
        foreach (Assembly assembly in AppDomain.CurrentDomain.GetAssemblies().OrderBy(assembly => assembly.FullName, StringComparer.Ordinal))
            if (Path.GetDirectoryName(assembly.Location) is { } folder && AppContext.BaseDirectory.TrimEnd('/') is { } own && folder.StartsWith(own, StringComparison.Ordinal))
                Console.WriteLine(assembly.FullName);
        return 8;
    }

    private static string Attach()
    {
        try
        {
            using var target = DataTarget.AttachToProcess(int.MaxValue, suspend: false);
            return "nothing";
        }
        catch (Exception e) when (e is ArgumentException or ClrDiagnosticsException)
        {
            return e.GetType().Name;
        }
    }

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_libversion_number")]
    private static partial int VersionNumber();
}
