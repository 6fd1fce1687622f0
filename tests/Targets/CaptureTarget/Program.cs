// A program for the tests of Tripod.Host. It captures itself, or is hooked and does as it is told on standard input.
using System.Runtime.Versioning;
using CaptureTarget;

[assembly: SupportedOSPlatform("linux")]

return args switch
{
    ["measure", var captures, var threads, var heap] => Measure.Run(int.Parse(captures), int.Parse(threads), int.Parse(heap)),
    ["check", var captures, var maps] => Check.Run(int.Parse(captures), maps),
    ["ring", var captures] => Ring.Run(int.Parse(captures)),
    ["overload", var seconds, var spinners] => Overload.Run(int.Parse(seconds), int.Parse(spinners)),
    ["twice"] => Twice.Run(),
    ["stragglers", var captures] => Stragglers.Run(int.Parse(captures)),
    ["crowd", var directory] => Held.Crowd(directory),
    ["held", var how, var directory] => Held.End(directory, how == "exec"),
    ["survive", var wanted] => Survive.Run(int.Parse(wanted)),
    ["refuse"] => Refuse.Run(),
    ["hooked"] => Hooked.Run(),
    _ => 2,
};
