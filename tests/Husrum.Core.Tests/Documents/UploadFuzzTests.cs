using System.Text;
using Husrum.Core.Documents;

using Husrum.Testing;

namespace Husrum.Core.Tests.Documents;

/// <summary>Damaged files by the thousand. A seed names each run; a failure says which round of it.</summary>
public sealed class UploadFuzzTests
{
    private const int Rounds = 20_000;

    [Theory]
    [InlineData(1)]
    [InlineData(2026)]
    public void No_damage_makes_it_throw_or_leak(int seed)
    {
        (string Name, byte[] Content)[] files =
        [
            ("a.jpg", JpegFile.Photo()),
            ("a.jpg", JpegFile.Start().Exif(8, little: true).Icc().Tables().Frame(0xC2).Scan(0, 0).Tables().Scan(1, 63).Scan(1, 63).End().Raw(JpegFile.Photo()).ToArray()),
            ("a.png", PngFile.Screenshot()),
            ("a.pdf", Encoding.Latin1.GetBytes("%PDF-1.4\ntrailer<</Root 1 0 R>>\n%%EOF")),
        ];
        var random = new Random(seed);
        var taken = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var (name, content) = files[random.Next(files.Length)];
            var damaged = Damaged(content, random);
            var prepared = Should.NotThrow(() => Upload.Prepare(name, damaged), $"seed {seed}, round {round}");
            if (!prepared.IsOk)
                continue;
            taken++;
            prepared.Value.Content.AsSpan().IndexOf("55.67N"u8).ShouldBe(-1, $"seed {seed}, round {round}");
            prepared.Value.Content.AsSpan().IndexOf("SECRETPLACE"u8).ShouldBe(-1, $"seed {seed}, round {round}");
            Upload.Prepare(name, prepared.Value.Content).Value.Sha256.ShouldBe(prepared.Value.Sha256, $"seed {seed}, round {round}");
        }

        // Damage in what is dropped anyway does no harm: a run in which all was refused would show nothing.
        taken.ShouldBeGreaterThan(Rounds / 20);
        taken.ShouldBeLessThan(Rounds);
    }

    private static byte[] Damaged(byte[] content, Random random)
    {
        var bytes = content.ToList();
        for (var times = random.Next(1, 5); times > 0; times--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = 0xFF;
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 4), bytes.Count - at));
                    break;
                case 2:
                    bytes.Insert(at, (byte)random.Next(256));
                    break;
                case 3 when random.Next(4) == 0:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    bytes[at] = (byte)random.Next(256);
                    break;
            }

            if (bytes.Count == 0)
                break;
        }

        return [.. bytes];
    }
}
