using System.Globalization;

namespace Husrum.Core.Cases;

/// <summary>Runs of a case's orchestration: <c>{case}-g{n}</c>.</summary>
internal static class Generations
{
    private const string Mark = "-g";

    // a run that fails again and again is begun ever less often
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>Reads an instance id.</summary>
    public static bool TryRead(string instanceId, string idPrefix, out string caseId, out int generation)
    {
        var end = instanceId.LastIndexOf(Mark, StringComparison.Ordinal);
        caseId = end < 0 ? "" : instanceId[..end];
        generation = 0;
        return end >= 0 && instanceId.StartsWith(idPrefix, StringComparison.Ordinal) && int.TryParse(instanceId.AsSpan(end + Mark.Length), NumberStyles.None, CultureInfo.InvariantCulture, out generation);
    }

    /// <summary>Whether it is too early to replace a run: the first is replaced at once, whatever the clock that dated its failure shows; later ones after a minute, two, four, at most a day.</summary>
    public static bool IsTooEarly(int generation, DateTimeOffset failed, DateTimeOffset now)
    {
        if (generation <= 1)
            return false;
        var wait = TimeSpan.FromMinutes(Math.Pow(2, Math.Min(generation, 20) - 2));
        return now < failed + (wait < LongestWait ? wait : LongestWait);
    }
}
