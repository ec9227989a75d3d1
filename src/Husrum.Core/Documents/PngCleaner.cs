using Husrum.Core.Language;

namespace Husrum.Core.Documents;

internal static class PngCleaner
{
    public static Reading<byte[]> Clean(byte[] content) => throw new NotImplementedException();
}
