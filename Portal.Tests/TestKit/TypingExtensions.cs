using AngleSharp.Dom;
using Bunit;

namespace Portal.Tests.TestKit;

/// <summary>What a person does with a text field.</summary>
internal static class TypingExtensions
{
    /// <summary>Types a text in the place of what stood there, and leaves the field.</summary>
    public static void Type(this IElement field, string text)
    {
        field.Input(text);
        field.Blur();
    }
}
