using MudBlazor;
using Portal.Web.Texts;

namespace Portal.Web.Shared.Dialogs;

/// <summary>Asking before what cannot be taken back.</summary>
public static class Confirmations
{
    private static readonly DialogOptions Look = new() { MaxWidth = MaxWidth.Small, FullWidth = true, CloseOnEscapeKey = true };

    /// <summary>Whether the person, told what will happen, wants it.</summary>
    /// <param name="dialogs">Where it is asked.</param>
    /// <param name="texts">The words: <c>ask.…</c> for the question, <c>ask-text.…</c> for what will happen, <c>ask-act.…</c> for the
    /// button.</param>
    /// <param name="act">What is asked about, as the keys of its words end.</param>
    /// <param name="args">Of question and text.</param>
    public static async Task<bool> AgreesAsync(this IDialogService dialogs, Localizer texts, string act, params object?[] args)
    {
        var parameters = new DialogParameters<ConfirmDialog>
        {
            { d => d.Text, texts[$"ask-text.{act}", args] },
            { d => d.Act, texts[$"ask-act.{act}"] },
        };
        var dialog = await dialogs.ShowAsync<ConfirmDialog>(texts[$"ask.{act}", args], parameters, Look);
        return await dialog.Result is { Canceled: false };
    }
}
