using Husrum.Core.Calendar;

namespace Husrum.Core.Messages;

/// <summary>An appointment that goes with an e-mail as <c>.ics</c>. Its title says nothing that others may not see in a calendar.</summary>
/// <param name="Id">The same for the same appointment, also when it is moved.</param>
/// <param name="Starts">UTC.</param>
/// <param name="Ends">UTC.</param>
/// <param name="Title">In the reader's language.</param>
/// <param name="Place">Where.</param>
/// <param name="Sequence">Which time it is set: a later one takes the place of an earlier one.</param>
public sealed record CalendarEntry(string Id, DateTimeOffset Starts, DateTimeOffset Ends, string Title, string Place, int Sequence)
{
    /// <summary>The file; the same entry and stamp give the same bytes.</summary>
    /// <param name="organisation">Who invites.</param>
    /// <param name="stamp">When it was written, UTC.</param>
    public string Write(string organisation, DateTimeOffset stamp) => CalendarFile.Of(Id, Sequence, stamp, Starts, Ends, $"{Title} ({organisation})", Place);
}
