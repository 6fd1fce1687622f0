// A program that captures itself, for the tests of Tripod.Host. Prints one "name value" a line.
using CaptureTarget;

return args switch
{
    ["measure", var captures, var threads, var heap] => Measure.Run(int.Parse(captures), int.Parse(threads), int.Parse(heap)),
    _ => 2,
};
