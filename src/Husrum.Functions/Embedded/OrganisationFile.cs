using System.Text;
using Husrum.Core.Organisations;

namespace Husrum.Functions.Embedded;

/// <summary><c>organisation.json</c> in the data folder: written at the first start, then the organisation's own to edit. Read at each start.</summary>
internal static class OrganisationFile
{
    /// <summary>The organisation in the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="first">What a first start writes; null for the seven departments with invented mailboxes.</param>
    /// <exception cref="DataFolderException">There is a folder in its place.</exception>
    /// <exception cref="OrganisationException">The file cannot be used.</exception>
    public static Organisation Open(string path, Organisation? first = null)
    {
        if (Directory.Exists(path))
            throw new DataFolderException($"'{path}' is a folder and not a file. Remove it, and put the file back from the newest backup; where there was none, start again.");
        if (!File.Exists(path))
            DurableFile.WriteAsync(path, Encoding.UTF8.GetBytes(DefaultOrganisation.Write(first ?? DefaultOrganisation.Value))).GetAwaiter().GetResult();
        return OrganisationReader.Read(File.ReadAllText(path));
    }
}
