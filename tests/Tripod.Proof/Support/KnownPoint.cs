using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Threading;

namespace Proof;

/// <summary>Writes down the stack trace of the moment, and stays there until samples have been taken of it.</summary>
static class KnownPoint
{
    // the sample under way may have looked before; the next one surely looks here
    private const int SamplesToStay = 2;

    private static readonly string Folder = Environment.GetEnvironmentVariable("PROOF_TRACES") ?? ".";
    private static readonly object Gate = new();
    private static int _last;

    /// <summary>Writes the caller's stack, and stays: on the processor or off it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Keep(int site, bool spins)
    {
        string text = Describe(new StackTrace(1, fNeedFileInfo: true));
        int number = Interlocked.Increment(ref _last);
        lock (Gate)
            File.AppendAllText(Path.Combine(Folder, "traces"), FormattableString.Invariant($"trace {number}\n{text}"));
        Stay(number, site, spins);
    }

    /// <summary>What is not optimised has its arguments where the log finds them.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.NoOptimization)]
    private static void Stay(int trace, int site, bool spins)
    {
        int until = Samples.Count() + SamplesToStay;
        if (!spins && Samples.IsFollowed)
            Samples.WaitFor(until);
        int spin = site;
        while (Samples.Count() < until && !Samples.IsOver)
            for (int i = 0; i < 100_000; i++)
                spin = (spin << 1 ^ i) >> 1 ^ i >> 1;
    }

    /// <summary>A line for each frame, the newest first: what its author called it is for the reader to find out.</summary>
    private static string Describe(StackTrace trace)
    {
        var text = new StringBuilder();
        foreach (var frame in trace.GetFrames())
            if (frame.GetMethod() is { } method)
                text.AppendLine(string.Join('\t', "frame", TypeName(method.DeclaringType), method.Name, Marks(method),
                    Path.GetFileName(frame.GetFileName()), frame.GetFileLineNumber().ToString(CultureInfo.InvariantCulture)));
        return text.ToString();
    }

    private static string TypeName(Type? type) => (type is { IsGenericType: true } ? type.GetGenericTypeDefinition() : type)?.FullName ?? "";

    private static string Marks(MethodBase method) =>
        (method.IsSpecialName ? "special " : "")
        + ((method.Attributes & MethodAttributes.PinvokeImpl) != 0 ? "native " : "")
        + (method.IsDefined(typeof(StackTraceHiddenAttribute), false) || method.DeclaringType?.IsDefined(typeof(StackTraceHiddenAttribute), false) == true ? "hidden " : "")
        + (method.IsDefined(typeof(AsyncStateMachineAttribute), false) ? "starts " : "");
}
