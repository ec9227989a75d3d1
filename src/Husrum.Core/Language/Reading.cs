using System.Diagnostics.CodeAnalysis;

namespace Husrum.Core.Language;

/// <summary>What came of reading something a person typed or sent: the value, or what is wrong with it in words for that person.</summary>
/// <typeparam name="T">What is read.</typeparam>
public sealed record Reading<T>
    where T : notnull
{
    private readonly T? _value;

    private Reading(T? value, Bilingual? problem) => (_value, Problem) = (value, problem);

    /// <summary>True when there is a value.</summary>
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool IsOk => Problem is null;

    /// <summary>What is wrong, or null.</summary>
    public Bilingual? Problem { get; }

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There is none; look at <see cref="IsOk"/> first. The message holds nothing of what was typed.</exception>
    public T Value => IsOk ? _value! : throw new InvalidOperationException("There is no value: the text could not be read.");

    /// <summary>A reading that worked.</summary>
    public static implicit operator Reading<T>(T value) => new(value, null);

    /// <summary>A reading that did not.</summary>
    public static implicit operator Reading<T>(Bilingual problem) => new(default, problem);

    /// <summary>Says whether it worked; never what was typed, which may be personal.</summary>
    public override string ToString() => IsOk ? "read" : $"not read: {Problem.English}";
}
