using System.Text.Json.Nodes;

namespace Husrum.Core.Register;

/// <summary>Steps that bring old records up to the present, one version at a time, whenever one is read.</summary>
public sealed class Upcasters
{
    private readonly Dictionary<(string Kind, int From), Func<JsonObject, JsonObject>> _steps = [];

    /// <summary>Adds the step from a version to the next.</summary>
    /// <exception cref="ArgumentException">There is one already.</exception>
    public Upcasters Add(string kind, int fromVersion, Func<JsonObject, JsonObject> step)
    {
        if (!_steps.TryAdd((kind, fromVersion), step))
            throw new ArgumentException($"There is a step from version {fromVersion} of '{kind}' already.", nameof(fromVersion));
        return this;
    }

    /// <summary>The record in the version asked for.</summary>
    /// <exception cref="RegisterException">A step is missing, or the record is newer than the program.</exception>
    public JsonObject Raise(string kind, int from, int to, JsonObject record)
    {
        if (from > to)
            throw new RegisterException($"A record of kind '{kind}' has version {from}; this program knows it up to {to}. A newer program wrote it.");
        for (var version = from; version < to; version++)
        {
            if (!_steps.TryGetValue((kind, version), out var step))
                throw new RegisterException($"Nothing brings '{kind}' from version {version} to {version + 1}.");
            record = step(record);
        }

        return record;
    }
}
