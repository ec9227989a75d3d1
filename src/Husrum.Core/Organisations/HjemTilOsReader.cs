namespace Husrum.Core.Organisations;

/// <summary>Reads the part of <c>organisation.json</c> that is about Hjem til Os.</summary>
internal static class HjemTilOsReader
{
    private static readonly Dictionary<string, MissingCertificate> Missing = new(StringComparer.Ordinal)
    {
        ["alertStaff"] = MissingCertificate.AlertStaff,
        ["askToPause"] = MissingCertificate.AskToPause,
    };

    private static readonly Pattern MissingWord = new("'alertStaff' or 'askToPause'", Missing.ContainsKey);

    private static readonly Pattern Address = new("an address that begins with https://", text => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps);

    public static HjemTilOsSettings Read(FieldReader fields) => new(
        fields.Texts("departments", Patterns.Id),
        Text(fields, "rules"),
        Text(fields, "questions"),
        fields.Object("learning", l => new OnlineCourse(l.Text("version", Patterns.Name), l.Text("address", Address), l.Number("fromAge", 10, 18))),
        Text(fields, "declaration"),
        Text(fields, "municipalityConsent"),
        Text(fields, "ownConsent"))
    {
        MissingCertificate = Missing.GetValueOrDefault(fields.Text("missingCertificate", MissingWord)),
        WaitingMonths = fields.Number("waitingMonths", 2, 36),
        Municipalities = fields.List("municipalities", atLeast: 1, MunicipalityReader.Read),
        BisidderThroughUs = fields.YesOrNo("bisidderThroughUs", otherwise: true),
    };

    private static Declaration Text(FieldReader fields, string name) =>
        fields.Object(name, d => new Declaration(d.Text("version", Patterns.Name), d.Object("text", VolunteeringReader.Words)));
}
