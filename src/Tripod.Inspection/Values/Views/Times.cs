using System.Globalization;

namespace Tripod.Inspection.Values.Views;

/// <summary>Dates and times, from the fields of System.Private.CoreLib, in ISO 8601.</summary>
internal static class Times
{
    private const ulong TicksMask = 0x3FFF_FFFF_FFFF_FFFF;
    private const int KindShift = 62;
    private const string Seconds = "yyyy-MM-ddTHH:mm:ss.FFFFFFF";

    /// <summary>With Z if it is of UTC, with <c>(local)</c> if of the target's time zone, bare if nobody knows.</summary>
    public static string? DateTime(Instance instance)
    {
        if (!instance.TryRead("_dateData", out ulong data) || Valid(data & TicksMask) is not { } time)
            return null;
        // the kinds are 0 unspecified, 1 UTC, 2 local, 3 local in the ambiguous hour (DateTime.cs)
        string suffix = (data >> KindShift) switch { 0 => "", 1 => "Z", _ => " (local)" };
        return time.ToString(Seconds, CultureInfo.InvariantCulture) + suffix;
    }

    public static string? DateTimeOffset(Instance instance)
    {
        if (instance.Type.Field("_dateTime") is not { } field || !instance.Reader.Memory.Read(instance.Data + (ulong)field.Offset, out ulong data) ||
            Valid(data & TicksMask) is not { } utc || Minutes(instance) is not { } minutes || Valid((ulong)(utc.Ticks + minutes.Ticks)) is not { } local)
            return null;
        string sign = minutes < System.TimeSpan.Zero ? "-" : "+";
        return local.ToString(Seconds, CultureInfo.InvariantCulture) + sign + minutes.ToString(@"hh\:mm", CultureInfo.InvariantCulture);
    }

    public static string? TimeSpan(Instance instance) =>
        instance.TryRead("_ticks", out long ticks) ? new TimeSpan(ticks).ToString("c", CultureInfo.InvariantCulture) : null;

    public static string? DateOnly(Instance instance) =>
        instance.TryRead("_dayNumber", out int day) && day >= 0 && day <= System.DateOnly.MaxValue.DayNumber
            ? System.DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;

    public static string? TimeOnly(Instance instance) =>
        instance.TryRead("_ticks", out ulong ticks) && ticks < System.TimeSpan.TicksPerDay
            ? new TimeOnly((long)ticks).ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)
            : null;

    /// <summary>The offset is an int in .NET 9 and later, a short before; both are little endian and within 14 hours.</summary>
    private static TimeSpan? Minutes(Instance instance) =>
        instance.TryRead("_offsetMinutes", out short minutes) && minutes is >= -14 * 60 and <= 14 * 60 ? System.TimeSpan.FromMinutes(minutes) : null;

    private static DateTime? Valid(ulong ticks) => ticks <= (ulong)System.DateTime.MaxValue.Ticks ? new DateTime((long)ticks) : null;
}
