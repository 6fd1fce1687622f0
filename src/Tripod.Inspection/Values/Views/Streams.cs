using System.Globalization;
using Tripod.Samples;

namespace Tripod.Inspection.Values.Views;

/// <summary>Parts of streams.</summary>
internal static class Streams
{
    public static Member Number(string name, long number) => new(name, new Scalar(number.ToString(CultureInfo.InvariantCulture)));
}
