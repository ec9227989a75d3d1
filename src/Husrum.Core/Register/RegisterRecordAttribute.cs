namespace Husrum.Core.Register;

/// <summary>Names a record kind and its schema version. Older versions found in a register are brought up by upcasters when read.</summary>
/// <param name="kind">Stable word for the kind, such as <c>expense-claim</c>.</param>
/// <param name="version">1 at first; one more with each change that old rows do not read into.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RegisterRecordAttribute(string kind, int version) : Attribute
{
    /// <summary>The kind.</summary>
    public string Kind { get; } = kind;

    /// <summary>The schema version the class reads and writes.</summary>
    public int Version { get; } = version;
}
