namespace Portal.Web.Operations.Forms;

/// <summary>A thing of the case that a row of a form is about.</summary>
/// <param name="Number">As the row names it.</param>
/// <param name="Title">Who or what it is.</param>
/// <param name="Text">What it says now; empty where it may not be shown.</param>
public sealed record FormItem(int Number, string Title, string Text)
{
    public string Label => $"{Number}. {Title}";
}
