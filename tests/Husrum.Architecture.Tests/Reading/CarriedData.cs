using System.Reflection;
using System.Text.RegularExpressions;

namespace Husrum.Architecture.Tests.Reading;

/// <summary>What may travel through a history: ids, words, numbers that count something, moments. Never what a person typed or what a person is.</summary>
internal static partial class CarriedData
{
    private static readonly HashSet<Type> Plain =
    [
        typeof(string), typeof(bool), typeof(int), typeof(long), typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeOnly),
        typeof(TimeSpan), typeof(Guid), typeof(object),
    ];

    /// <summary>Everything in the type that must not be carried, as <c>path (why)</c>.</summary>
    public static IEnumerable<string> Faults(Type type) => Faults(type, type.Name, []);

    private static IEnumerable<string> Faults(Type type, string path, HashSet<Type> above)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Plain.Contains(type) || type.IsEnum || !above.Add(type))
            return [];
        if (ItemOf(type) is { } item)
            return Faults(item, path, above);
        if (!type.Namespace!.StartsWith("Husrum.", StringComparison.Ordinal))
            return [$"{path} (a {type.Name} is neither an id, a word, a number nor a moment)"];
        if (type.GetCustomAttributes().Any(attribute => attribute.GetType().Name == "RegisterRecordAttribute"))
            return [$"{path} (a record of the register: carry its id)"];
        return type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0)
            .SelectMany(property => Telling(property).Concat(Faults(property.PropertyType, path + "." + property.Name, [.. above])));

        IEnumerable<string> Telling(PropertyInfo property) =>
            PersonalWord().IsMatch(property.Name) ? [$"{path}.{property.Name} (its name says that it is about a person or money)"] : [];
    }

    private static Type? ItemOf(Type type) =>
        type.IsArray ? type.GetElementType()
        : type.IsGenericType && type.Namespace is "System.Collections.Generic" && type.GetGenericArguments() is [var item] ? item
        : null;

    // the name of an event or a step is a word of the program
    [GeneratedRegex("^(?!EventName$|StepName$)(.*[a-z])?(Name|Names|Email|Mail|Phone|Mobile|Address|Account|AccountNumber|RegistrationNumber|Iban|Amount|Kroner|Oere|Total|Sum|Price|Text|Body|Subject|Reason|Comment|Note|Statement|Purpose|Token|Secret|Cpr|BirthDate|Payee)$")]
    private static partial Regex PersonalWord();
}
