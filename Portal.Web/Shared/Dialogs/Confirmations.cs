using MudBlazor;

namespace Portal.Web.Shared.Dialogs;

/// <summary>Asking before what cannot be taken back.</summary>
public static class Confirmations
{
    private static readonly DialogOptions Look = new() { MaxWidth = MaxWidth.Small, FullWidth = true, CloseOnEscapeKey = true };

    /// <summary>Whether the person, told what will happen, wants it.</summary>
    /// <param name="dialogs">Where it is asked.</param>
    /// <param name="title">The question.</param>
    /// <param name="text">What will happen.</param>
    /// <param name="act">What the button that does it says.</param>
    public static async Task<bool> AgreesAsync(this IDialogService dialogs, string title, string text, string act)
    {
        var parameters = new DialogParameters<ConfirmDialog> { { d => d.Text, text }, { d => d.Act, act } };
        var dialog = await dialogs.ShowAsync<ConfirmDialog>(title, parameters, Look);
        return await dialog.Result is { Canceled: false };
    }
}
