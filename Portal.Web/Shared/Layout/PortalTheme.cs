using MudBlazor;

namespace Portal.Web.Shared.Layout;

/// <summary>One accent, the deep red of Party offices; warm greys; a font with full Vietnamese marks.</summary>
public static class PortalTheme
{
    private static readonly string[] Fonts = ["Be Vietnam Pro", "Noto Sans", "Segoe UI", "sans-serif"];

    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#A31621",
            PrimaryContrastText = "#FFFFFF",
            Secondary = "#5B4B3A",
            Tertiary = "#8A5A00",
            Info = "#1F4E79",
            Success = "#1E6B3A",
            Warning = "#8A5A00",
            Error = "#9C1C1C",
            Background = "#F6F4F1",
            Surface = "#FFFFFF",
            AppbarBackground = "#A31621",
            AppbarText = "#FFFFFF",
            DrawerBackground = "#FFFFFF",
            DrawerText = "#2B2622",
            DrawerIcon = "#5B4B3A",
            TextPrimary = "#231F1C",
            TextSecondary = "#5C544D",
            LinesDefault = "#DDD6CE",
            LinesInputs = "#8C8279",
            Divider = "#E5DFD8",
            ActionDefault = "#5C544D",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#FF9C96",
            PrimaryContrastText = "#3A0408",
            Secondary = "#D7C7B6",
            Tertiary = "#F0C36D",
            Info = "#9CC7EE",
            Success = "#8FD6A6",
            Warning = "#F0C36D",
            Error = "#FFB0A9",
            Background = "#181512",
            Surface = "#221E1A",
            AppbarBackground = "#4A0D13",
            AppbarText = "#FFF3F0",
            DrawerBackground = "#1E1A17",
            DrawerText = "#EFE8E1",
            DrawerIcon = "#D7C7B6",
            TextPrimary = "#F2ECE6",
            TextSecondary = "#C4B9AE",
            LinesDefault = "#403831",
            LinesInputs = "#9C9187",
            Divider = "#38312B",
            ActionDefault = "#C4B9AE",
        },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Fonts, FontSize = "1rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Body1 = new Body1Typography { FontFamily = Fonts, FontSize = "1rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontFamily = Fonts, FontSize = ".9375rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Button = new ButtonTypography
            {
                FontFamily = Fonts,
                FontSize = ".9375rem",
                FontWeight = "600",
                TextTransform = "none",
                LetterSpacing = "normal",
            },
            Caption = new CaptionTypography { FontFamily = Fonts, FontSize = ".875rem", LetterSpacing = "normal" },
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px", DrawerWidthLeft = "248px" },
    };
}
