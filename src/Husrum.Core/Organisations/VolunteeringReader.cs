using System.Globalization;
using Husrum.Core.Language;

namespace Husrum.Core.Organisations;

/// <summary>Reads the part of <c>organisation.json</c> that is about volunteers.</summary>
internal static class VolunteeringReader
{
    private static readonly Dictionary<string, CertificatePolicy> Policies = new(StringComparer.Ordinal)
    {
        ["none"] = CertificatePolicy.None,
        ["children"] = CertificatePolicy.Children,
        ["childrenAndCriminal"] = CertificatePolicy.ChildrenAndCriminal,
    };

    internal static readonly Pattern Text = new("a text of 1 to 4000 characters", text => text.Trim().Length is > 0 and <= 4_000);

    private static readonly Pattern Address = new("a web address that begins with https://", text => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps);

    private static readonly Pattern Policy = new("'none', 'children' or 'childrenAndCriminal'", Policies.ContainsKey);

    internal static readonly Pattern Date = new("a date such as 2026-09-08", text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));

    internal static readonly Pattern Time = new("a time such as 17:00:00", text => TimeOnly.TryParseExact(text, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _));

    public static Volunteering Read(FieldReader fields) => new(
        fields.List("functions", atLeast: 1, Function),
        fields.List("introCourses", atLeast: 0, Course),
        fields.Object("declaration", d => new Declaration(d.Text("version", Patterns.Name), d.Object("text", Words))))
    {
        WelcomeFolder = fields.Optional("welcomeFolder", f => new Bilingual(f.Text("danish", Address), f.Text("english", Address))),
        Meetings = fields.List("meetings", atLeast: 0, MeetingReader.Read),
    };

    private static VolunteerFunction Function(FieldReader fields) => new(
        fields.Text("id", Patterns.Id),
        fields.Object("name", Words),
        fields.Number("minimumAge", 0, 99),
        Policies.GetValueOrDefault(fields.Text("certificates", Policy)));

    private static IntroCourse Course(FieldReader fields) => new(
        fields.Text("id", Patterns.Id),
        DateOf(fields.Text("date", Date)),
        TimeOf(fields.Text("from", Time)),
        TimeOf(fields.Text("until", Time)),
        fields.Text("place", Text));

    /// <summary>A text in both languages.</summary>
    internal static Bilingual Words(FieldReader fields) => new(fields.Text("danish", Text), fields.Text("english", Text));

    internal static DateOnly DateOf(string text) => DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var date) ? date : default;

    internal static TimeOnly TimeOf(string text) => TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time : default;
}
