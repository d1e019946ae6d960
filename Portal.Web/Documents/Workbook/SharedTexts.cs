using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Portal.Web.Documents.Workbook;

/// <summary>The texts of a workbook that its cells share, each with the font of its letters where they have one of their own.</summary>
internal sealed class SharedTexts
{
    private readonly List<(string Text, string Font)> _texts = [];

    public SharedTexts(SharedStringTablePart? part)
    {
        if (part is null)
        {
            return;
        }

        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.IsStartElement && reader.ElementType == typeof(SharedStringItem) && reader.LoadCurrentElement() is { } item)
            {
                _texts.Add(Of(item));
            }
        }
    }

    public (string Text, string Font) At(int number) => number >= 0 && number < _texts.Count ? _texts[number] : ("", "");

    // What stands over the letters to be read aloud is no part of the text.
    public static (string Text, string Font) Of(OpenXmlElement item) => (
        string.Concat(item.ChildElements.Select(c => c switch
        {
            Text text => text.Text,
            Run run => run.Text?.Text ?? "",
            _ => "",
        })),
        item.Elements<Run>().Select(r => r.RunProperties?.GetFirstChild<RunFont>()?.Val?.Value).FirstOrDefault(f => f is not null) ?? "");
}
