using System.Globalization;
using System.Reflection;
using System.Text;
using Husrum.Core.Documents;

namespace Husrum.Functions.Demo;

/// <summary>Receipts of shops that do not exist.</summary>
internal static class DemoReceipts
{
    /// <summary>A photo of a till receipt: 268.25 kr.</summary>
    public static PreparedDocument Groceries { get; } = Photo("bon-dagligvarer.jpg");

    /// <summary>A photo of a till receipt: 750.00 kr.</summary>
    public static PreparedDocument Hobby { get; } = Photo("bon-hobby.jpg");

    /// <summary>An invoice as PDF.</summary>
    public static PreparedDocument Invoice(string what, string amount) => Prepared("faktura.pdf", Pdf([
        "Handelshuset Svanen (opfundet)", "Stationsvej 1, Byby", "", "FAKTURA", "", what, $"I alt kr. {amount}", "", "Betalt. Tak for handlen."]));

    private static PreparedDocument Photo(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("demo/" + name)
            ?? throw new InvalidOperationException($"The program was built without Demo/{name}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Prepared(name, bytes);
    }

    private static PreparedDocument Prepared(string name, byte[] bytes) => Upload.Prepare(name, bytes).Value;

    // one page of text in a font that every reader has
    private static byte[] Pdf(IReadOnlyList<string> lines)
    {
        var page = new StringBuilder("BT /F1 14 Tf 20 TL 72 770 Td\n");
        foreach (var line in lines)
            page.Append('(').Append(line.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)).Append(") Tj T*\n");
        page.Append("ET");
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            string.Create(CultureInfo.InvariantCulture, $"<</Length {page.Length}>>stream\n{page}\nendstream"),
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        ];
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        for (var i = 0; i < objects.Length; i++)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj{objects[i]}endobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
            file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer<</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
