using Husrum.Core.Register;

namespace Husrum.Functions.Azure.Tables;

/// <summary>
/// A row of the register's own in the partition of each write, written with it: as it can be inserted once only, the write happens once only, however often it is sent,
/// and whoever finds it knows that the write happened. The sweep inserts one in the place of a write that seems given up: then it can never happen any more.
/// </summary>
internal static class WriteMark
{
    public const string Prefix = "~write|";
    public const string Done = "~done";
    public const string GivenUp = "~given-up";

    public static string KeyOf(string id) => Prefix + id;

    public static TableRow Row(string id, string kind) => new(KeyOf(id), new EncodedRecord(kind, 1, "{}"));
}
