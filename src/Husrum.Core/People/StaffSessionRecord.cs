using Husrum.Core.Register;

namespace Husrum.Core.People;

/// <summary>A session of a staff member, row <c>session:{id}</c> of their partition. Where there is no row, there is no session, whatever a browser says.</summary>
/// <param name="Began">When they signed in, UTC, on the machine's clock.</param>
/// <param name="Expires">From this moment on it is over, however often it was used, UTC, on the machine's clock.</param>
[RegisterRecord("staff-session", 1)]
public sealed record StaffSessionRecord(DateTimeOffset Began, DateTimeOffset Expires)
{
    /// <summary>What the rows of sessions begin with.</summary>
    public const string RowPrefix = "session:";

    /// <summary>The row of a session.</summary>
    public static string RowOf(string sessionId) => RowPrefix + sessionId;
}
